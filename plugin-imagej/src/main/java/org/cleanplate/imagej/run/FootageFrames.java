package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.VideoFiles;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.FootageChoice;
import org.cleanplate.imagej.parameters.LevelsChoice;
import org.cleanplate.imagej.parameters.MatchChoice;
import org.cleanplate.plate.PlateModel;

/**
 * The frames of a recording with the clean plate that each would be matted with: aligned and
 * matched by the defaults of <em>Matte Stack...</em>.
 */
final class FootageFrames implements AutoCloseable {
  private final FrameSource source;
  private final Levels levels;
  private final PlateModel plate;
  private final Frame frame;
  private long next;

  private FootageFrames(FrameSource source, Levels levels, PlateModel plate) {
    this.source = source;
    this.levels = levels;
    this.plate = plate;
    this.frame = Frame.allocate(source.format());
  }

  /**
   * Opens an open image, an image file, a video or a folder of pictures.
   *
   * @throws MattingException if there is none, or its plate does not fit
   */
  static FootageFrames open(FootageChoice choice, RunMonitor monitor) throws IOException {
    Optional<ImagePlus> image = image(choice.footage());
    if (image.isPresent()) {
      SeriesInput input = onlySeries(image.get());
      PlateModel plate =
          new StackBackground(input).resolve(choice.background(), EstimateChoice.DEFAULT, monitor);
      return new FootageFrames(
          input.open(), input.levels().forNetwork(), fitted(plate, choice.background()));
    }
    return open(VideoInput.of(choice.footage()), choice.background(), monitor);
  }

  private static FootageFrames open(
      VideoInput video, BackgroundChoice background, RunMonitor monitor) throws IOException {
    FrameSource source = video.open();
    try {
      PlateModel plate =
          new VideoBackground(video)
              .resolve(background, EstimateChoice.DEFAULT, source.format(), monitor);
      return new FootageFrames(source, Levels.FULL_RANGE, fitted(plate, background));
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static Optional<ImagePlus> image(String name) {
    return OpenImages.find(name)
        .or(
            () ->
                VideoFiles.isVideo(name)
                    ? Optional.empty()
                    : ImageFiles.find(name).map(ImageFiles::openStack));
  }

  private static SeriesInput onlySeries(ImagePlus image) {
    List<SeriesInput> series = SeriesInput.of(image, AxesChoice.AUTO, LevelsChoice.DISPLAY_RANGE);
    if (series.size() > 1) {
      throw new MattingException(
          "Footage \""
              + image.getTitle()
              + "\" holds "
              + series.size()
              + " series of frames (channels or depths), expected one: duplicate the one to train"
              + " on");
    }
    return series.get(0);
  }

  private static PlateModel fitted(PlateModel plate, BackgroundChoice background) {
    return MatchChoice.AUTO.applyTo(AlignmentChoice.AUTO.applyTo(plate, background), background);
  }

  String name() {
    return source.name();
  }

  FrameFormat format() {
    return source.format();
  }

  /** How many there are, if the source knows. */
  OptionalLong count() {
    return source.frameCountEstimate();
  }

  /** Black and white of the samples of frames and plates. */
  Levels levels() {
    return levels;
  }

  /**
   * Reads a frame, one after the last that was read; valid until the next call.
   *
   * @param number from 1
   * @throws MattingException if the source ends before it
   */
  Frame read(int number) throws IOException {
    source.skip(number - 1 - next);
    if (!source.read(frame)) {
      throw new MattingException(
          "Frame " + number + " is listed but " + name() + " ends before it: check frames=");
    }
    next = number;
    return frame;
  }

  /** The plate of the frame that was read last; valid until the next call. */
  Frame plate() throws IOException {
    return plate.plateFor(frame);
  }

  @Override
  public void close() throws IOException {
    try (plate) {
      source.close();
    }
  }
}
