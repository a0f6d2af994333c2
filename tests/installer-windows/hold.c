// Keeps a library loaded, as a DAW does, until it is ended. usage: hold LIBRARY
#include <stdio.h>
#include <windows.h>

int main(int count, char **arguments) {
    if (count != 2 || !LoadLibraryA(arguments[1]))
        return 2;
    puts("held");
    fflush(stdout);
    Sleep(INFINITE);
    return 0;
}
