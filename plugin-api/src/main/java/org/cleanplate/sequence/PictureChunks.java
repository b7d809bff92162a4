package org.cleanplate.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.DurableFile;
import org.cleanplate.resume.ChunkedOutput;

/**
 * A sequence of pictures that a run which was killed can go on with. Until they are all there, they
 * lie in a working folder under their final names.
 */
public final class PictureChunks implements ChunkedOutput {
  private final Path work;
  private final Path folder;
  private final String name;
  private final SequenceFormat format;
  private final Set<Layer> layers;
  private final FrameFormat source;
  private String description = "";
  private Optional<ImageSequenceSink> chunk = Optional.empty();

  private PictureChunks(
      Path work,
      Path folder,
      String name,
      SequenceFormat format,
      Set<Layer> layers,
      FrameFormat source) {
    this.work = work;
    this.folder = folder;
    this.name = name;
    this.format = format;
    this.layers = layers;
    this.source = source;
  }

  /**
   * Gets ready to write.
   *
   * @param work the run's working folder
   * @param folder where the pictures go in the end; exists and can be written to
   * @param name the start of each picture's name; no path
   * @param layers what to write, as {@link ImageSequenceSink#create} takes it
   * @param source the format of the source's frames, of which the size is taken
   * @throws org.cleanplate.MattingException if the folder cannot be written to or pictures cannot
   *     hold the layers
   */
  public static PictureChunks create(
      Path work,
      Path folder,
      String name,
      SequenceFormat format,
      Set<Layer> layers,
      FrameFormat source)
      throws IOException {
    ImageSequenceSink.create(folder, name, format, layers, source).close();
    Path pictures = Files.createDirectories(work.resolve(name));
    return new PictureChunks(pictures, folder, name, format, layers, source);
  }

  /** Keeps a text in each picture, as {@link ImageSequenceSink#describedAs} does. */
  public PictureChunks describedAs(String text) {
    description = text;
    return this;
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public void beginChunk(int number) throws IOException {
    chunk =
        Optional.of(
            ImageSequenceSink.create(work, name, format, layers, source).describedAs(description));
  }

  @Override
  public void write(Matte matte) throws IOException {
    chunk.orElseThrow().write(matte);
  }

  @Override
  public void endChunk() throws IOException {
    try (ImageSequenceSink whole = chunk.orElseThrow()) {
      whole.finish();
      for (Path picture : whole.files()) {
        DurableFile.force(picture);
      }
    }
    chunk = Optional.empty();
  }

  /** Pictures need no joining. */
  @Override
  public void join(int chunks, long[] timesMicros) {}

  @Override
  public void finish() throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(work)) {
      pictures = files.sorted().toList();
    }
    for (Path picture : pictures) {
      Files.move(
          picture, folder.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (chunk.isPresent()) {
      endChunk();
    }
  }
}
