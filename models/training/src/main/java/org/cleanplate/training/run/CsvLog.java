package org.cleanplate.training.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.WholeFile;

/**
 * A table that grows by a line at a time, each written out at once. The first column is the step;
 * when a run goes on from a checkpoint, the lines after its step are dropped, as they come again.
 */
public final class CsvLog implements AutoCloseable {
  private final Path file;
  private final BufferedWriter writer;

  private CsvLog(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens a table, to go on after a step.
   *
   * @param header names of the columns
   * @throws MattingException if it cannot be written
   */
  public static CsvLog open(Path file, String header, int step) {
    try {
      List<String> kept = List.of();
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          kept = lines.skip(1).filter(line -> isUpTo(step, line)).toList();
        }
      }
      List<String> lines = Stream.concat(Stream.of(header), kept.stream()).toList();
      WholeFile.write(file, temporary -> Files.write(temporary, lines));
      return new CsvLog(file, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Half a line, left by a run that was killed, is no line. */
  private static boolean isUpTo(int step, String line) {
    int comma = line.indexOf(',');
    try {
      return comma > 0 && Integer.parseInt(line.substring(0, comma)) <= step;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Adds a line.
   *
   * @throws MattingException if it cannot be written
   */
  public void add(int step, Object... values) {
    StringBuilder line = new StringBuilder().append(step);
    for (Object value : values) {
      line.append(',').append(value);
    }
    try {
      writer.write(line.append('\n').toString());
      writer.flush();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static MattingException unwritable(Path file, IOException cause) {
    return new MattingException(
        "Cannot write "
            + file
            + " ("
            + cause.getMessage()
            + "): is the disk full, the folder gone?",
        cause);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
