"""What the pages show, as data: each module makes one part of a page from a programme or a plan."""
