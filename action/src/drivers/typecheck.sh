# A type check that keeps its incremental state: $1 is the state's file, given on standard input and written to standard
# output afterwards; what the checker says goes to standard error.
state="$1"
shift
cat > "$state"
test -s "$state" || rm -f "$state"
"$@" 1>&2
status=$?
test -f "$state" && cat "$state"
exit $status
