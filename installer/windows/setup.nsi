; Installs Semantic EQ on Windows: for one user without administrator rights, or for everyone. What varies is defined by windows.sh:
; VERSION, PAYLOAD (a folder), OUTPUT, LISTS (a folder with install.nsh and uninstall.nsh, a line a file), SIGN.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave on

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include WinVer.nsh
!include x64.nsh

!define PRODUCT "Semantic EQ"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\SemanticEq"
!define REDISTRIBUTABLE "https://aka.ms/vs/17/release/vc_redist.x64.exe"
; WinNT.h: PF_AVX_INSTRUCTIONS_AVAILABLE
!define AVX 39
; The oldest C++ runtime that the ONNX Runtime bears, as the high half of a file's version: 14.40 (VisualCppRuntime.cs).
!define OLDEST_RUNTIME 0x000E0028

Name "${PRODUCT} ${VERSION}"
OutFile "${OUTPUT}"
BrandingText "${PRODUCT} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${PRODUCT}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${PRODUCT} setup"
VIAddVersionKey CompanyName "${PRODUCT}"
VIAddVersionKey LegalCopyright "MIT License"
!if "${SIGN}" != ""
    !uninstfinalize '"${SIGN}" "%1"'
!endif

Var ForAll
Var Plugins
Var Presets
Var ChoiceMe
Var ChoiceAll

!define MUI_WELCOMEPAGE_TEXT "An equaliser that is played by words, as a VST3 plug-in for your DAW, and its command line semantic-eq.$\r$\n$\r$\nPlease close your DAW first.$\r$\n$\r$\nClick Next to go on."
!insertmacro MUI_PAGE_WELCOME
!define MUI_LICENSEPAGE_TEXT_BOTTOM "${PRODUCT} is free, and stands on the work of others, whose licences allow it to be passed on like this. You need not agree to use it."
!define MUI_LICENSEPAGE_BUTTON "Next >"
!insertmacro MUI_PAGE_LICENSE "${PAYLOAD}\licence.txt"
Page custom AskForWhom ToldForWhom
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${PRODUCT} is installed"
!define MUI_FINISHPAGE_TEXT "Rescan plug-ins in your DAW, and look for $\"${PRODUCT}$\" among the VST3 equalisers.$\r$\n$\r$\nIts factory presets and every word are in your DAW's own list of presets."
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

; Says why it can't go on, silently by its exit code alone: 2 not on this machine, 3 not now.
!macro Refuse CODE TEXT
    MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
    SetErrorLevel ${CODE}
    Quit
!macroend

; The folders by VST 3's documentation ("Plug-in Locations", "Preset Locations").
!macro Places
    ${If} $ForAll = 1
        SetShellVarContext all
        StrCpy $Plugins "$COMMONFILES64\VST3"
        StrCpy $Presets "$APPDATA\VST3 Presets"
    ${Else}
        SetShellVarContext current
        StrCpy $Plugins "$LOCALAPPDATA\Programs\Common\VST3"
        StrCpy $Presets "$DOCUMENTS\VST3 Presets"
    ${EndIf}
!macroend

; Whether who runs this may write for everyone: 1 or 0, on the stack.
!macro PushIsAdmin
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 == "Admin"
        Push 1
    ${Else}
        Push 0
    ${EndIf}
!macroend

Function .onInit
    SetRegView 64
    ${IfNot} ${AtLeastWin10}
        !insertmacro Refuse 2 "${PRODUCT} needs Windows 10 or later."
    ${EndIf}
    System::Call "kernel32::IsProcessorFeaturePresent(i ${AVX}) i .r0"
    ${If} $0 = 0
        !insertmacro Refuse 2 "${PRODUCT} needs a processor with AVX (2011 or later)."
    ${EndIf}
    StrCpy $ForAll 0
    ${GetParameters} $1
    ClearErrors
    ${GetOptions} $1 "/ALLUSERS" $2
    ${IfNot} ${Errors}
        !insertmacro PushIsAdmin
        Pop $0
        ${If} $0 = 0
            !insertmacro Refuse 2 "To install for all users, run this as administrator."
        ${EndIf}
        StrCpy $ForAll 1
    ${EndIf}
FunctionEnd

Function AskForWhom
    !insertmacro MUI_HEADER_TEXT "For whom?" "Whose DAW is to find ${PRODUCT}?"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateRadioButton} 0 10u 100% 12u "Just for &me: no administrator needed"
    Pop $ChoiceMe
    ${NSD_CreateRadioButton} 0 30u 100% 12u "For &all users of this computer"
    Pop $ChoiceAll
    !insertmacro PushIsAdmin
    Pop $0
    ${If} $0 = 0
        EnableWindow $ChoiceAll 0
        ${NSD_CreateLabel} 10u 45u 90% 20u "To choose this, close this window, right-click the installer, and choose $\"Run as administrator$\"."
        Pop $0
    ${EndIf}
    ${If} $ForAll = 1
        ${NSD_Check} $ChoiceAll
    ${Else}
        ${NSD_Check} $ChoiceMe
    ${EndIf}
    nsDialogs::Show
FunctionEnd

Function ToldForWhom
    ${NSD_GetState} $ChoiceAll $ForAll
FunctionEnd

; A DAW that has the plug-in loaded keeps its file open: nothing is touched while one does.
!macro AwaitClosed UN
Function ${UN}AwaitClosed
    ${Do}
        ${IfNot} ${FileExists} "$Plugins\SemanticEq.vst3\Contents\x86_64-win\SemanticEq.vst3"
            Return
        ${EndIf}
        ClearErrors
        FileOpen $0 "$Plugins\SemanticEq.vst3\Contents\x86_64-win\SemanticEq.vst3" a
        ${IfNot} ${Errors}
            FileClose $0
            Return
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${PRODUCT} is open in a DAW, or you may not change it. Close your DAW and try again." /SD IDCANCEL IDRETRY +3
        SetErrorLevel 3
        Quit
    ${Loop}
FunctionEnd
!macroend
!insertmacro AwaitClosed ""
!insertmacro AwaitClosed "un."

Section
    !insertmacro Places
    ${If} $INSTDIR == ""
        ${If} $ForAll = 1
            StrCpy $INSTDIR "$PROGRAMFILES64\${PRODUCT}"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PRODUCT}"
        ${EndIf}
    ${EndIf}
    Call AwaitClosed

    ; An older version goes by its own list, wherever it was.
    ReadRegStr $1 SHCTX "${APPS}" "InstallLocation"
    ${If} $1 != ""
    ${AndIf} ${FileExists} "$1\uninstall.exe"
        DetailPrint "Removing the version that is installed"
        ExecWait '"$1\uninstall.exe" /S _?=$1' $2
        ${If} $2 <> 0
            !insertmacro Refuse 3 "The version that is installed could not be removed ($2). Nothing new was installed."
        ${EndIf}
        Delete "$1\uninstall.exe"
        RMDir "$1"
    ${EndIf}

    ClearErrors
    !include "${LISTS}\install.nsh"
    ${If} ${Errors}
        !insertmacro Refuse 3 "Some files could not be written to $Plugins or $INSTDIR."
    ${EndIf}
    ; A preset of that name that is there is the user's own.
    SetOverwrite off
    SetOutPath "$Presets"
    File /r "${PAYLOAD}\presets\*"
    SetOverwrite on

    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ; What the uninstaller goes by.
    WriteINIStr "$INSTDIR\setup.ini" setup everyone $ForAll
    WriteRegStr SHCTX "${APPS}" "DisplayName" "${PRODUCT}"
    WriteRegStr SHCTX "${APPS}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${APPS}" "Publisher" "${PRODUCT}"
    WriteRegStr SHCTX "${APPS}" "DisplayIcon" "$INSTDIR\semantic-eq.exe"
    WriteRegStr SHCTX "${APPS}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${APPS}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${APPS}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${APPS}" "NoModify" 1
    WriteRegDWORD SHCTX "${APPS}" "NoRepair" 1
    WriteRegDWORD SHCTX "${APPS}" "EstimatedSize" ${KILOBYTES}

    ; What the ONNX Runtime needs of the system; without, the built-in decoder stands in.
    ClearErrors
    GetDLLVersion "$SYSDIR\msvcp140.dll" $2 $3
    ${If} ${Errors}
        StrCpy $2 ${OLDEST_RUNTIME}
    ${EndIf}
    ${IfNot} ${FileExists} "$SYSDIR\msvcp140_atomic_wait.dll"
    ${OrIfNot} ${FileExists} "$SYSDIR\vcruntime140_1.dll"
    ${OrIf} $2 U< ${OLDEST_RUNTIME}
        DetailPrint "Microsoft's Visual C++ runtime is missing or old: ${REDISTRIBUTABLE}"
        MessageBox MB_YESNO|MB_ICONINFORMATION "Words are decoded by Microsoft's ONNX Runtime, which needs the Visual C++ 2015-2022 Redistributable (x64). This computer has none, or an old one. ${PRODUCT} works without it, and sounds the same.$\r$\n$\r$\nFetch it from Microsoft now?" /SD IDNO IDNO +2
        ExecShell open "${REDISTRIBUTABLE}"
    ${EndIf}
SectionEnd

Function un.onInit
    SetRegView 64
    ReadINIStr $ForAll "$INSTDIR\setup.ini" setup everyone
    ${If} $ForAll == ""
        !insertmacro Refuse 3 "This folder's setup.ini is gone, which says what was installed. Install ${PRODUCT} again, then remove it."
    ${EndIf}
    ${If} $ForAll = 1
        !insertmacro PushIsAdmin
        Pop $0
        ${If} $0 = 0
            ExecShell runas "$INSTDIR\uninstall.exe"
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

Section un.
    !insertmacro Places
    Call un.AwaitClosed
    ; Presets that are as they came; a user's own stay.
    nsExec::Exec '"$INSTDIR\semantic-eq.exe" preset remove "$Presets" --plugin "$Plugins\SemanticEq.vst3"'
    Pop $0
    RMDir "$Presets"
    !include "${LISTS}\uninstall.nsh"
    ; Folders that others may use go where they are empty now.
    RMDir "$Plugins"
    ${If} $ForAll = 0
        RMDir "$LOCALAPPDATA\Programs\Common"
    ${EndIf}
    Delete "$INSTDIR\setup.ini"
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    ${If} $ForAll = 0
        RMDir "$LOCALAPPDATA\Programs"
    ${EndIf}
    DeleteRegKey SHCTX "${APPS}"
SectionEnd
