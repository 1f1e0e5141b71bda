"""What the command line can do, one module a job; none but `read` ever needs a screen."""
