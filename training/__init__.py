"""The recipe of the bundled English pipeline: preparation, training, evaluation, export, model card."""
