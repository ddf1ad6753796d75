/**
 * Order statistics and rank tests: pure functions on numbers, which know nothing of benchmarks.
 * They assume independent values, such as one per round, and no particular distribution.
 */
package plumbline.statistics;
