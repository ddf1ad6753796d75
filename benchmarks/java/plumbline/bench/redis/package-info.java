/** Benchmarks of Redis: through Lettuce, and over a bare socket. */
package plumbline.bench.redis;
