"""What people meet: the command line, the pages, and planning in the background.

`command` is the front door of the terminal and `app` that of the browser. The pages never plan in
their own process: `jobs` starts `solve` as a child, with limits, and the folder of a job is the
truth about it.
"""
