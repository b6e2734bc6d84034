"""Tests of a project, run in front of a judge."""
