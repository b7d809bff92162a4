package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.frame.FrameFormat;
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
  private List<Path> files = List.of();
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
    ResultWriters<ChunkedOutput> writers =
        new ResultWriters<>(folder, frameStep, new Chunks(chunks.path()));
    List<ChunkedOutput> outputs = List.of();
    try {
      outputs = writers.open(names, source);
      files = writers.files();
      ResumableSink sink = new ResumableSink(chunks, outputs, chunkFrames);
      chunks.story().ifPresent(log::note);
      return List.of(sink);
    } catch (IOException | RuntimeException e) {
      Closing.all(outputs, ChunkedOutput::close);
      chunks.abandon();
      throw e;
    }
  }

  @Override
  public List<Path> files() {
    return files;
  }

  /** Tells where an unfinished run left what it has. */
  @Override
  public void close() {
    work.filter(Files::exists)
        .ifPresent(path -> log.note("Unfinished; the same run goes on with what is in " + path));
  }

  /**
   * Opens chunked outputs.
   *
   * @param work the run's working folder
   */
  private record Chunks(Path work) implements ResultWriters.Kind<ChunkedOutput> {
    @Override
    public ChunkedOutput pictures(
        ResultFiles names, Output output, Path pictures, FrameFormat source) throws IOException {
      return PictureChunks.create(
              work,
              pictures,
              names.name(output),
              names.pictures(),
              names.content(output).layers(),
              source)
          .describedAs(names.description());
    }

    @Override
    public ChunkedOutput video(
        ResultFiles names, Output output, Path video, FrameFormat source, double framesPerSecond) {
      return VideoChunks.create(
          work, video, names.content(output), source, framesPerSecond, names.encoding());
    }

    @Override
    public void close(ChunkedOutput output) throws IOException {
      output.close();
    }
  }
}
