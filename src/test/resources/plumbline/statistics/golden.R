# Makes mann-whitney.csv and holm.csv, which the tests of plumbline.statistics compare with:
#   Rscript golden.R
# Only base R. The rounding of values to few digits makes ties.

set.seed(20260101)
digits <- function(values) paste(sprintf("%.17g", values), collapse = ";")

draw <- function(n, kind, factor) {
  values <- switch(kind,
    normal = rnorm(n, 100, 3),
    lognormal = rlnorm(n, 5, 0.4),
    heavy = 50 + rexp(n) ^ 3,
    ties = round(rnorm(n, 20, 2)),
    manyties = round(rnorm(n, 3, 0.7)),
    digits3 = signif(rlnorm(n, 4, 0.05), 3))
  values * factor
}

sizes <- list(c(1, 1), c(1, 4), c(2, 2), c(2, 3), c(3, 3), c(4, 4), c(4, 9), c(5, 5), c(5, 6),
  c(6, 6), c(7, 3), c(8, 8), c(10, 10), c(10, 12), c(20, 5), c(20, 20), c(30, 25), c(49, 49),
  c(49, 50), c(50, 50), c(60, 12), c(120, 80))
rows <- list()
for (kind in c("normal", "lognormal", "heavy", "ties", "manyties", "digits3")) {
  for (size in sizes) {
    factor <- sample(c(1, 1, 1.05, 1.2, 2), 1)
    x <- draw(size[1], kind, 1)
    y <- draw(size[2], kind, if (kind %in% c("ties", "manyties")) 1 else factor)
    tied <- any(duplicated(c(x, y)))
    exact <- length(x) < 50 && length(y) < 50 && !tied
    p <- suppressWarnings(wilcox.test(y, x)$p.value)
    estimate <- low <- high <- level <- NA
    if (exact) {
      # The level that is reached may be lower where there are few values; R then warns.
      test <- suppressWarnings(wilcox.test(y, x, conf.int = TRUE, conf.level = 0.95))
      estimate <- test$estimate
      low <- test$conf.int[1]
      high <- test$conf.int[2]
      q <- max(1, qwilcox(0.025, length(y), length(x)))
      level <- 1 - 2 * pwilcox(q - 1, length(y), length(x))
    }
    if (is.nan(p)) next  # one value on each side, and both the same
    rows[[length(rows) + 1]] <- sprintf("%s,%s,%s,%s,%.17g,%s,%s,%s,%s", kind,
      digits(x), digits(y), if (exact) "true" else "false", p,
      if (exact) sprintf("%.17g", estimate) else "",
      if (exact) sprintf("%.17g", low) else "",
      if (exact) sprintf("%.17g", high) else "",
      if (exact) sprintf("%.17g", level) else "")
  }
}
writeLines(c("kind,base,new,exact,p,shift,low,high,level", unlist(rows)), "mann-whitney.csv")

rows <- list()
for (size in c(1, 2, 3, 5, 8, 16, 22, 33, 100)) {
  for (kind in 1:6) {
    p <- switch(kind, runif(size), runif(size) ^ 4, runif(size, 0, 0.05),
      round(runif(size), 1), rep(0.0079, size), pmin(1, rexp(size, 20)))
    rows[[length(rows) + 1]] <- sprintf("%s,%s", digits(p), digits(p.adjust(p, "holm")))
  }
}
writeLines(c("p,adjusted", unlist(rows)), "holm.csv")
