package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.Closing;
import org.cleanplate.resume.ChunkedOutput;
import org.cleanplate.resume.ResumableSink;
import org.cleanplate.resume.RunIdentity;
import org.cleanplate.resume.WorkFolder;
import org.cleanplate.sequence.PictureChunks;
import org.cleanplate.video.VideoChunks;

/** Results as files, written in chunks behind which a run that was killed goes on. */
final class ResumableTarget implements ResultTarget {
  private final ResultFiles names;
  private final RunIdentity identity;
  private final long frameStep;
  private final int chunkFrames;
  private final RunLog log;
  private final OutputFolder folder;
  private final Map<Output, Path> files = new LinkedHashMap<>();
  private Optional<Path> work = Optional.empty();

  /**
   * Nothing is written yet.
   *
   * @param identity what an earlier run must have been made of to be gone on with
   * @param frameStep every how many frames of the source are written
   * @param chunkFrames frames of a chunk
   * @param folder where to write; left open
   * @param log hears what became of an earlier run
   */
  ResumableTarget(
      ResultFiles names,
      RunIdentity identity,
      long frameStep,
      int chunkFrames,
      OutputFolder folder,
      RunLog log) {
    this.names = names;
    this.identity = identity;
    this.frameStep = frameStep;
    this.chunkFrames = chunkFrames;
    this.log = log;
    this.folder = folder;
  }

  @Override
  public Set<Layer> layers() {
    return names.layers();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    WorkFolder chunks = WorkFolder.open(folder.path(), names.stem(), identity);
    work = Optional.of(chunks.path());
    List<ChunkedOutput> outputs = new ArrayList<>();
    try {
      for (Output output : names.ordered()) {
        outputs.add(open(output, source, chunks.path()));
      }
      ResumableSink sink = new ResumableSink(chunks, outputs, chunkFrames);
      chunks.story().ifPresent(log::note);
      return List.of(sink);
    } catch (IOException | RuntimeException e) {
      Closing.all(outputs, ChunkedOutput::close);
      chunks.abandon();
      throw e;
    }
  }

  private ChunkedOutput open(Output output, FrameSource source, Path chunks) throws IOException {
    if (names.export().format().isPictures()) {
      Path pictures = folder.child(names.name(output));
      files.put(output, pictures);
      return PictureChunks.create(
              chunks,
              pictures,
              names.name(output),
              names.pictures(),
              names.pictureLayer(output),
              source.format())
          .describedAs(names.description());
    }
    Path video = names.video(output, folder.path());
    files.put(output, video);
    return VideoChunks.create(
        chunks,
        video,
        names.content(output),
        source.format(),
        source.framesPerSecond() / frameStep,
        names.encoding());
  }

  /** Frames pass through; nothing is kept. */
  @Override
  public long heapBytes() {
    return 0;
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) {
    return List.of();
  }

  @Override
  public List<Path> files() {
    return List.copyOf(files.values());
  }

  /** Tells where an unfinished run left what it has. */
  @Override
  public void close() {
    work.filter(Files::exists)
        .ifPresent(path -> log.note("Unfinished; the same run goes on with what is in " + path));
  }
}
