"""One thread for every test: at toy size threads wait for each other longer than they work."""

import torch

torch.set_num_threads(1)
