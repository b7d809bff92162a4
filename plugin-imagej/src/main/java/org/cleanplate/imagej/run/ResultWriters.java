package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.output.Closing;

/**
 * Opens what writes results, one writer for each, as pictures or as a video, and remembers where
 * they go.
 *
 * @param <T> a writer
 */
final class ResultWriters<T> {
  private final OutputFolder folder;
  private final long frameStep;
  private final Kind<T> kind;
  private final List<Path> files = new ArrayList<>();

  /**
   * Nothing is opened yet.
   *
   * @param folder where to write; left open
   * @param frameStep every how many frames of the source are written
   */
  ResultWriters(OutputFolder folder, long frameStep, Kind<T> kind) {
    this.folder = folder;
    this.frameStep = frameStep;
    this.kind = kind;
  }

  /** How writers are opened, and closed. */
  interface Kind<T> extends Closing.Close<T> {

    /**
     * Opens a writer of pictures.
     *
     * @param pictures the folder that they go to in the end; it exists
     */
    T pictures(ResultFiles names, Output output, Path pictures, FrameFormat source)
        throws IOException;

    /**
     * Opens a writer of a video.
     *
     * @param video the file in the end
     */
    T video(
        ResultFiles names, Output output, Path video, FrameFormat source, double framesPerSecond)
        throws IOException;
  }

  /** The writers of one series. */
  List<T> open(ResultFiles names, FrameSource source) throws IOException {
    List<T> writers = new ArrayList<>();
    try {
      for (Output output : names.ordered()) {
        writers.add(open(names, output, source));
      }
      return writers;
    } catch (IOException | RuntimeException e) {
      Closing.all(writers, kind);
      throw e;
    }
  }

  private T open(ResultFiles names, Output output, FrameSource source) throws IOException {
    if (names.export().format().isPictures()) {
      Path pictures = folder.child(names.name(output));
      files.add(pictures);
      return kind.pictures(names, output, pictures, source.format());
    }
    Path video = names.video(output, folder.path());
    files.add(video);
    return kind.video(names, output, video, source.format(), source.framesPerSecond() / frameStep);
  }

  /** The folders of pictures and the videos of all series. */
  List<Path> files() {
    return List.copyOf(files);
  }
}
