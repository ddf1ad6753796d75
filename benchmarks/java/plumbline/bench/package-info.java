/**
 * The benchmarks. Each says what is timed and what is not, checks every answer, and leaves nothing
 * on the server.
 */
package plumbline.bench;
