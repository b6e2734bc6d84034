"""Prints the report of a stock file."""

import sys
from pathlib import Path

from inventory.load import load_stock
from inventory.report import stock_report

if __name__ == "__main__":
    print(stock_report(load_stock(Path(sys.argv[1]))))
