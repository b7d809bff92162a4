package org.cleanplate.sequence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.OutputFile;

/**
 * Writes numbered pictures {@code name_00001.png} of one layer, 8 or 16 bits as the layer has them,
 * or of foreground and alpha in 16 bits as a cut-out. The number is the frame's index in its source
 * plus one, as ImageJ numbers slices. Pictures of the same name are replaced; no other file is
 * touched.
 */
public final class ImageSequenceSink implements FrameSink {
  private final Path folder;
  private final String name;
  private final SequenceFormat format;
  private final Set<Layer> layers;
  private final LayerPicture picture;
  private final List<OutputFile> files = new ArrayList<>();
  private final PictureEncoder encoder;

  private ImageSequenceSink(
      Path folder, String name, SequenceFormat format, Set<Layer> layers, LayerPicture picture) {
    this.folder = folder;
    this.name = name;
    this.format = format;
    this.layers = layers;
    this.picture = picture;
    this.encoder = new PictureEncoder(format);
  }

  /**
   * Gets ready to write into a folder.
   *
   * @param folder exists and can be written to
   * @param name the start of each file's name; no path
   * @param layers what to write: one layer, or foreground and alpha of 16 bits for pictures with
   *     transparency, not premultiplied, black where alpha is zero
   * @param source the format of the source's frames, of which the size is taken
   * @throws MattingException if the folder cannot be written to or pictures cannot hold the layers
   */
  public static ImageSequenceSink create(
      Path folder, String name, SequenceFormat format, Set<Layer> layers, FrameFormat source)
      throws IOException {
    if (name.isBlank() || name.contains("/") || name.contains("\\")) {
      throw new MattingException(
          "Name of the pictures is \"" + name + "\", expected a file name without a folder");
    }
    ImageSequenceSink sink =
        new ImageSequenceSink(
            folder,
            name,
            format,
            Set.copyOf(layers),
            LayerPicture.of(layers, source.width(), source.height()));
    // Shows now, not after the first frame, whether the folder can be written to.
    OutputFile.create(sink.fileOf(0)).close();
    return sink;
  }

  /**
   * Keeps a text in each picture that is written from now on: as the image description of a TIFF,
   * as the description of a PNG.
   *
   * @param text empty for none
   * @return this
   */
  public ImageSequenceSink describedAs(String text) {
    encoder.describe(text);
    return this;
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public void write(Matte matte) throws IOException {
    OutputFile file = OutputFile.create(fileOf(matte.index()));
    files.add(file);
    // Encoded in memory first: the encoders hide what the file system has to say.
    ByteArrayOutputStream encoded = encoder.encode(picture.fill(matte));
    try (OutputStream stream = Files.newOutputStream(file.temporary())) {
      encoded.writeTo(stream);
    } catch (IOException e) {
      throw new IOException("Cannot write " + file.target() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void finish() throws IOException {
    for (OutputFile file : files) {
      file.moveToTarget();
    }
  }

  @Override
  public void close() throws IOException {
    for (OutputFile file : files) {
      file.close();
    }
  }

  /** The pictures written so far, by their final names. */
  List<Path> files() {
    return files.stream().map(OutputFile::target).toList();
  }

  private Path fileOf(long index) {
    return folder.resolve(String.format("%s_%05d.%s", name, index + 1, format.extension()));
  }
}
