package plumbline.result.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file up to the end of its last whole line. Of a file that is appended to, what follows is a
 * line that is still being written, or was when its writer was killed.
 */
final class WholeLines extends FilterInputStream {
  private static final int BLOCK = 8_192;

  private final boolean cutOff;
  private long left;

  private WholeLines(InputStream in, long length, boolean cutOff) {
    super(in);
    this.left = length;
    this.cutOff = cutOff;
  }

  static WholeLines open(Path file) throws IOException {
    long length;
    long whole;
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      length = bytes.size();
      whole = endOfLastLine(bytes, length);
    }
    return new WholeLines(
        new BufferedInputStream(Files.newInputStream(file)), whole, whole < length);
  }

  private static long endOfLastLine(SeekableByteChannel bytes, long length) throws IOException {
    for (long end = length; end > 0; end -= Math.min(BLOCK, end)) {
      long from = end - Math.min(BLOCK, end);
      byte[] block = at(bytes, from, (int) (end - from));
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n' || block[i] == '\r') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  /** Bytes in the middle of a file; fewer if it ends before. */
  static byte[] at(SeekableByteChannel file, long offset, int length) throws IOException {
    return Channels.newInputStream(file.position(offset)).readNBytes(length);
  }

  /** Whether a line without an end follows. */
  boolean isCutOff() {
    return cutOff;
  }

  /** The bytes of the next line with its line feed; none after the last. */
  byte[] nextLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(BLOCK);
    int next = read();
    while (next >= 0) {
      line.write(next);
      next = next == '\n' ? -1 : read();
    }
    return line.toByteArray();
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    left--;
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = super.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
