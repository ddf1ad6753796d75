/**
 * What a system contributes, and what it is given.
 *
 * <p><b>Adding a system.</b> A system is one folder, {@code plumbline.system.ID}, and one line in
 * {@code META-INF/services/plumbline.system.spi.ServerSystem}. Nothing else of the main sources
 * names it.
 *
 * <ol>
 *   <li>Extend {@link plumbline.system.spi.ServerSystem}: a public class with a constructor without
 *       parameters.
 *   <li>Give it as settings what a user can say of it, each a constant: {@link
 *       plumbline.system.spi.Setting#address}, {@code configuration}, {@code image}, {@code
 *       binary}. The options of {@code run} are made from that, and {@code request.value(SETTING)}
 *       is what was said.
 *   <li>Offer its origins: {@code process} and {@code container} give a recipe, which turns a
 *       {@link plumbline.system.spi.Place} (ports, addresses, a folder) into a {@link
 *       plumbline.system.spi.Launch} (command, variables, address, conditions, and whether what
 *       answers is the server that was started), or the reason why there is none; {@code external}
 *       gives the {@link plumbline.system.spi.Address} of the user's own. Starting, waiting for the
 *       first answer, trying other ports, restarting and closing are done for all systems by {@code
 *       plumbline.system.Launcher}.
 *   <li>Implement the {@link plumbline.system.spi.Dialect}: ping, identify, remove. If what a run
 *       makes cannot be found by its prefix, say so by {@code foreseenRemoval()}.
 *   <li>Benchmarks ask for {@code Endpoints.current().of(ID, KEY)}: the map of the address, in
 *       which KEY is the address itself. Under JMH's own main, {@code -Dplumbline.ID=…} gives it.
 *   <li>What else is known of the system are methods with a default: warm-up, what parameters of
 *       benchmarks do to the server and which of them {@code ask} for a {@code promise}, native
 *       tools, what {@code doctor} looks at, remarks for reports, what changes at every start. A
 *       run writes into run.json what its readers have to know ({@code facts}): reports,
 *       comparisons and claims know no system.
 * </ol>
 *
 * <p>All of this is used by the JVM of the run and, for {@code Dialect.remove}, by its janitor.
 */
package plumbline.system.spi;
