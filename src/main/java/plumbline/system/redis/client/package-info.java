/** What clients have to know of a Redis: what its configuration means. */
package plumbline.system.redis.client;
