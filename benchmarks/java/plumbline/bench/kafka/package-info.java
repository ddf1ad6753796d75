/** Benchmarks of Kafka, through its own client. */
package plumbline.bench.kafka;
