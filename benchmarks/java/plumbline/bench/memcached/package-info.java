/** Benchmarks of Memcached, through the client folsom and over a bare socket. */
package plumbline.bench.memcached;
