"""`python -m assistant` is `youju`."""

from assistant.command.cli import main

if __name__ == "__main__":
    main()
