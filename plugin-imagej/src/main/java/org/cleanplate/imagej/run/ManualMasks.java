package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.mask.FrameMasks;
import org.cleanplate.imagej.mask.ImageMasks;
import org.cleanplate.imagej.mask.KeyFrames;
import org.cleanplate.imagej.mask.MaskEdit;
import org.cleanplate.imagej.mask.RegionMasks;
import org.cleanplate.imagej.parameters.EditsChoice;
import org.cleanplate.imagej.result.MatteOverlay;
import org.cleanplate.imagej.result.RoiFile;
import org.cleanplate.matte.AlphaEdit;

/** Finds the masks that a user names, and what they mean for the frames of a sequence. */
final class ManualMasks {
  private static final String SELECTION = "roi";
  private static final String OVERLAY = "overlay";

  private final FrameFormat format;
  private final Optional<StackSeries> series;

  /**
   * @param format of the frames
   * @param series the frames are of; empty for a video
   */
  ManualMasks(FrameFormat format, Optional<StackSeries> series) {
    this.format = format;
    this.series = series;
  }

  /**
   * The edits asked for; what is excluded wins.
   *
   * @throws MattingException if a mask is missing or does not fit
   */
  List<AlphaEdit> edits(EditsChoice choice) throws IOException {
    List<AlphaEdit> edits = new ArrayList<>();
    if (choice.include().isPresent()) {
      edits.add(new MaskEdit(masks(choice.include().get(), choice.keyFrames()), 1));
    }
    if (choice.exclude().isPresent()) {
      edits.add(new MaskEdit(masks(choice.exclude().get(), choice.keyFrames()), 0));
    }
    return edits;
  }

  private FrameMasks masks(String name, KeyFrames between) throws IOException {
    if (name.equals(SELECTION) || name.equals(OVERLAY)) {
      ImagePlus image =
          series
              .map(StackSeries::image)
              .orElseThrow(
                  () ->
                      new MattingException(
                          "A video has no \"" + name + "\": give an image or a file of regions"));
      return regions(name.equals(OVERLAY) ? overlay(image) : selection(image), between);
    }
    Optional<Path> file = ImageFiles.find(name).filter(RoiFile::isNamedLikeOne);
    if (file.isPresent()) {
      return regions(RoiFile.read(file.get()), between);
    }
    return image(NamedImages.require(name, "Mask"));
  }

  private static List<Roi> selection(ImagePlus image) {
    Roi roi = image.getRoi();
    if (roi == null) {
      throw new MattingException(
          "\"" + image.getTitle() + "\" has no selection: draw one, or name a mask");
    }
    return List.of(roi);
  }

  private static List<Roi> overlay(ImagePlus image) {
    Overlay overlay = image.getOverlay();
    List<Roi> regions =
        overlay == null
            ? List.of()
            : Arrays.stream(overlay.toArray()).filter(Predicate.not(MatteOverlay::isOurs)).toList();
    if (regions.isEmpty()) {
      throw new MattingException(
          "\""
              + image.getTitle()
              + "\" has no regions in its overlay: add some with Image>Overlay>Add Selection");
    }
    return regions;
  }

  private RegionMasks regions(List<Roi> all, KeyFrames between) {
    List<Roi> here = all.stream().filter(this::isHere).toList();
    return new RegionMasks(here, format, this::frameOf, between);
  }

  private boolean isHere(Roi roi) {
    return series.isEmpty() || at(roi, p -> series.get().contains(p[0], p[1], p[2]));
  }

  private OptionalLong frameOf(Roi roi) {
    if (series.isPresent()) {
      return at(roi, position -> series.get().frameAt(position[1], position[2]));
    }
    return roi.getPosition() > 0 ? OptionalLong.of(roi.getPosition() - 1L) : OptionalLong.empty();
  }

  /** Looks at channel, slice and time point of a region, from 1; 0 stands for all. */
  private <T> T at(Roi roi, Function<int[], T> look) {
    if (roi.hasHyperStackPosition()) {
      return look.apply(new int[] {roi.getCPosition(), roi.getZPosition(), roi.getTPosition()});
    }
    return look.apply(
        roi.getPosition() > 0
            ? series.orElseThrow().image().convertIndexToPosition(roi.getPosition())
            : new int[] {0, 0, 0});
  }

  private ImageMasks image(ImagePlus mask) {
    if (series.isEmpty()) {
      return ImageMasks.of(mask, format, mask.getStackSize(), frame -> 1 + frame);
    }
    StackSeries frames = series.get();
    boolean oneForEachPlane = mask.getStackSize() == frames.image().getStackSize();
    return oneForEachPlane
        ? ImageMasks.of(
            mask, format, frames.image().getStackSize(), frame -> frames.stackIndex((int) frame, 0))
        : ImageMasks.of(mask, format, frames.frameCount(), frame -> 1 + frame);
  }
}
