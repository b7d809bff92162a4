package org.cleanplate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.graph.PixelLayout;

/**
 * Frames with plates and true alphas as files: the folders {@code src}, {@code bgr} and {@code pha}
 * of the authors' layout, any nesting, with pictures or videos of the same names; {@code trimap} if
 * it is there. For a video in {@code src}, a picture of its name in {@code bgr} is the plate of all
 * its frames.
 */
public final class CapturedFrames implements EvaluationSet {
  /** The folder that tells this layout from others. */
  static final String SOURCES = "src";

  private final Path folder;
  private final List<String> names;
  private final PictureTree sources;
  private final PictureTree plates;
  private final PictureTree alphas;
  private final Optional<PictureTree> trimaps;

  private CapturedFrames(
      Path folder,
      PictureTree sources,
      PictureTree plates,
      PictureTree alphas,
      Optional<PictureTree> trimaps) {
    this.folder = folder;
    this.names = sources.names();
    this.sources = sources;
    this.plates = plates;
    this.alphas = alphas;
    this.trimaps = trimaps;
  }

  /**
   * Lists a data set.
   *
   * @throws MattingException if a folder is missing, or pictures have no partners
   */
  public static CapturedFrames open(Path folder) throws IOException {
    PictureTree sources = PictureTree.read(folder.resolve(SOURCES));
    PictureTree plates = PictureTree.read(folder.resolve("bgr")).spreadOver(sources);
    PictureTree alphas = PictureTree.read(folder.resolve("pha"));
    sources.requireSameNames(plates);
    sources.requireSameNames(alphas);
    Path trimapFolder = folder.resolve("trimap");
    Optional<PictureTree> trimaps =
        Files.isDirectory(trimapFolder)
            ? Optional.of(PictureTree.read(trimapFolder))
            : Optional.empty();
    trimaps.ifPresent(sources::requireSameNames);
    return new CapturedFrames(folder, sources, plates, alphas, trimaps);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public EvaluationSample sample(int index) throws IOException {
    String name = names.get(index);
    Frame source = read(sources, name);
    Frame plate = LayoutConverter.convert(read(plates, name), source.format().layout());
    AlphaPlane truth = AlphaPlane.of(alphas.read(name));
    requireSize(source, plate.format().width(), plate.format().height(), plates, name);
    requireSize(source, truth.width(), truth.height(), alphas, name);
    Optional<AlphaPlane> trimap =
        trimaps.isPresent()
            ? Optional.of(AlphaPlane.of(trimaps.get().read(name)))
            : Optional.empty();
    trimap.ifPresent(
        map -> requireSize(source, map.width(), map.height(), trimaps.orElseThrow(), name));
    return new EvaluationSample(name, source, plate, truth, trimap);
  }

  private static Frame read(PictureTree tree, String name) throws IOException {
    Frame picture = tree.read(name);
    PixelLayout layout = picture.format().layout();
    return layout == PixelLayout.GRAY_8
        ? LayoutConverter.convert(picture, PixelLayout.BGRA_8)
        : picture;
  }

  private static void requireSize(
      Frame source, int width, int height, PictureTree tree, String name) {
    if (source.format().width() != width || source.format().height() != height) {
      throw new MattingException(
          "Picture "
              + tree.place(name)
              + " is "
              + width
              + "x"
              + height
              + ", but its source is "
              + source.format().size()
              + ": make them of one size");
    }
  }

  @Override
  public void close() {
    sources.close();
    plates.close();
    alphas.close();
    trimaps.ifPresent(PictureTree::close);
  }

  @Override
  public String description() {
    return size() + " frames of " + folder + (trimaps.isPresent() ? ", inside trimaps" : "");
  }
}
