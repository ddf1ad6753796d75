/** The performance tools that come with Kafka. */
package plumbline.system.kafka.tool;
