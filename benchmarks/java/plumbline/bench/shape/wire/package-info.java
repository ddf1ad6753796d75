/**
 * Key-value servers over a bare blocking socket: what the server can do without a client library. A
 * system brings its protocol as a {@link plumbline.bench.shape.wire.WireClient}.
 */
package plumbline.bench.shape.wire;
