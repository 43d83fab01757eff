#!/bin/sh
# Starts Unroll, or a command of it in this terminal: unroll train, unroll forecast and so on.
here=$(dirname "$(readlink -f "$0")")
# Chromium reads paths in the letters of the locale, and without one it finds none beyond ASCII.
case "${LC_ALL:-${LC_CTYPE:-${LANG-}}}" in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
case "${1-}" in
  # A command shows no window and loads no page. Chromium asks for a display before the app can tell it so, and refuses
  # to start as root, so it is told here; and its own messages are no part of a command's output.
  train | sweep | report | compare | convert | leak | forecast | verify | --help | -h)
    exec "$here/../unroll" --ozone-platform=headless --no-sandbox --log-level=3 "$@"
    ;;
esac
exec "$here/../unroll" "$@"
