# shellcheck shell=bash
# Where the installer puts things, in wine's Windows.
# shellcheck disable=SC2154 # run.sh says where that is

home() { echo "$work/prefix/drive_c/users/$(id -un)"; }
plugin_folder() { echo "$(home)/AppData/Local/Programs/Common/VST3/SemanticEq.vst3"; }
program_folder() { echo "$(home)/AppData/Local/Programs/Semantic EQ"; }
documents() { echo "$(home)/Documents"; }
preset_folder() { echo "$(documents)/VST3 Presets/Semantic EQ/Semantic EQ"; }

# Every file and folder, but for what wine and Windows' own libraries write in passing.
places() { (cd "$work/prefix/drive_c" && find . -not -path './windows/*' -not -path '*/Temp/*' -not -path '*/AppData/Local/Microsoft/*' | LC_ALL=C sort); }

# What has come or gone since.
changes() { diff <(echo "$1") <(places) | grep '^[<>]'; }

apps_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\SemanticEq'
registered() { in_windows reg query "$1\\$apps_key" /v "$2" 2>/dev/null | sed -n "s/^ *$2 *REG_[A-Z]* *//p"; }

# What was installed runs from where it lies.
installed_program() { in_windows "$(program_folder)/semantic-eq.exe" "$@"; }
