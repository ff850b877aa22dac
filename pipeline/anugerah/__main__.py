"""`python -m anugerah`: the command line."""

from anugerah.cli import main

if __name__ == "__main__":
    main()
