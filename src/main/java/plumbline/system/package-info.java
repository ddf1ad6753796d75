/**
 * Finds the systems and starts their servers: containers, processes, or the user's own. The levels
 * below, each of which uses only those before it:
 *
 * <ol>
 *   <li>{@code endpoint}: what a benchmark sees of a server; {@code process}: child processes and
 *       what they need
 *   <li>{@code janitor}: cleans up when the host is gone
 *   <li>{@code tool}, {@code check}: what native tools share, and what a machine means for servers
 *   <li>{@code spi}: what a system contributes and what it is given; how to add one
 *   <li>{@code instance}, {@code docker}: what runs
 *   <li>a folder for each system, which uses no {@code instance} and no {@code docker}
 * </ol>
 */
package plumbline.system;
