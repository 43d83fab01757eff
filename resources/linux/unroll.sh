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
# Where a session does not call itself one of Wayland, Chromium looks for an X server, and ends when there is none.
if [ -n "${WAYLAND_DISPLAY-}" ] && [ -z "${DISPLAY-}" ]; then set -- --ozone-platform=wayland "$@"; fi
# Says in a sentence what Chromium would end with a crash for.
refuse() {
  case "${UNROLL_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG-}}}}" in
    zh*) echo "$2" >&2 ;;
    *) echo "$1" >&2 ;;
  esac
  exit 1
}
helper=$(dirname "$here")/chrome-sandbox
case " $* " in
  *' --no-sandbox '*) ;;
  *)
    if [ "$(id -u)" = 0 ]; then
      refuse "Unroll's window does not open for root, whom Chromium's sandbox cannot shut in: start it as another user, or with --no-sandbox." \
        "Unroll 的窗口不能以 root 身份打开，因为 Chromium 的沙盒关不住 root：请换一个用户启动，或加上 --no-sandbox。"
    fi
    # What a program may do in a namespace of its own, not only whether it may have one: some systems allow the latter alone.
    if [ ! -u "$helper" ] && command -v unshare >/dev/null &&
      ! unshare --user --map-root-user unshare --uts true 2>/dev/null; then
      refuse "This system lets no program use user namespaces, of which Chromium's sandbox is made: install Unroll's package, or run \`sudo chown root '$helper' && sudo chmod 4755 '$helper'\`, or start Unroll with --no-sandbox." \
        "此系统不允许程序使用用户命名空间，而 Chromium 的沙盒需要它：请安装 Unroll 的安装包，或运行 \`sudo chown root '$helper' && sudo chmod 4755 '$helper'\`，或用 --no-sandbox 启动 Unroll。"
    fi
    ;;
esac
exec "$here/../unroll" "$@"
