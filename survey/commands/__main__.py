"""Lets a process start the command line again: `python -m survey.commands`."""

from survey.commands.thuocdo import main

main()
