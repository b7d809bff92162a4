package org.cleanplate.imagej.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.VideoFiles;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;

/**
 * One file of a batch.
 *
 * @param source a video, an image, or a folder of pictures; absolute
 * @param values what is to be done with it, by the keys of the batch
 */
record BatchItem(Path source, Map<String, String> values) {
  BatchItem {
    values = Map.copyOf(values);
  }

  String name() {
    return source.getFileName().toString();
  }

  /** Whether FFmpeg or the reader of picture folders opens it, and not ImageJ. */
  boolean isVideo() {
    return VideoFiles.isVideo(name()) || Files.isDirectory(source);
  }

  /**
   * The run that the command for its kind makes of it.
   *
   * @throws MattingException if that command does not understand the values
   */
  ItemRun plan() {
    if (!Files.exists(source)) {
      throw new MattingException("There is no file " + source);
    }
    Map<String, String> line = new LinkedHashMap<>(values);
    line.computeIfPresent(
        BatchMatteParameters.BACKGROUND, (key, rule) -> new PlateRule(rule).backgroundOf(source));
    if (isVideo()) {
      line.put("video", source.toString());
      return new ItemRun.OfVideo(
          source, MatteVideoParameters.parse(MatteVideoParameters.SYNTAX.line(line)));
    }
    line.put("source", source.toString());
    rename(line, BatchMatteParameters.OUTPUT, "save");
    rename(line, BatchMatteParameters.PRESET, "format");
    return new ItemRun.OfStack(
        source, MatteStackParameters.parse(MatteStackParameters.SYNTAX.line(line)));
  }

  private static void rename(Map<String, String> line, String from, String to) {
    if (line.containsKey(from)) {
      line.put(to, line.remove(from));
    }
  }
}
