@echo off
rem Starts Unroll, or a command of it in this terminal: unroll train, unroll forecast and so on.
rem From a file of commands, as this is one, the shell waits for a program with windows, and takes its exit code.
"%~dp0..\Unroll.exe" %*
