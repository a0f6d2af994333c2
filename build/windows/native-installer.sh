#!/usr/bin/env bash
# On Windows itself (Git's bash): installs silently, for this user, renders a file through what was installed, and uninstalls.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bundle=$LOCALAPPDATA/Programs/Common/VST3/SemanticEq.vst3
installer=(out/package/*setup.exe)
# Installers are programs with a window: cmd's start waits for them.
cmd //c "start /wait $(cygpath -w "${installer[0]}") /S"
test -d "$(cygpath "$bundle")" || { echo "nothing was installed" >&2; exit 1; }
out/windows/semantic-eq.exe doctor --plugin "$bundle"
powershell -NoProfile -Command "Get-ItemProperty HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\* | Where-Object DisplayName -like 'Semantic EQ*' | ForEach-Object { Start-Process -Wait -FilePath \$_.UninstallString.Trim('\"') -ArgumentList '/S' }"
sleep 5
test ! -e "$(cygpath "$bundle")" || { echo "something was left" >&2; exit 1; }
