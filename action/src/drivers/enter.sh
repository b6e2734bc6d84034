# Copies the read-only tree into the writable workspace, then becomes the command.
set -e
cd "$MGE_TREE"
find . -mindepth 1 -maxdepth 1 ! -name node_modules ! -name .venv ! -name .git -exec cp -RP -t "$MGE_WORKSPACE" {} +
cd "$MGE_WORKSPACE"
unset MGE_TREE MGE_WORKSPACE
exec "$@"
