"""What people answered to invitations, read from mail programs' files and checked one by one."""
