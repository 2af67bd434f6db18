"""One module a property that rules demand; a kind yields verdicts and knows no rule, severity, file or screen."""
