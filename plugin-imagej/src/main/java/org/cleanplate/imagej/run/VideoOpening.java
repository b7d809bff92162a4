package org.cleanplate.imagej.run;

import ij.CompositeImage;
import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.VideoStack;
import org.cleanplate.imagej.parameters.OpenVideoParameters;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.FarFrames;
import org.cleanplate.video.FrameCopies;
import org.cleanplate.video.VideoFrameSource;
import org.cleanplate.video.VideoIndex;

/** Opens a video as an image whose slices are decoded when they are looked at. */
public final class VideoOpening {
  private static final int DEEP_WHITE = 65_535;

  private VideoOpening() {}

  /**
   * The image, not shown.
   *
   * @param log hears if jumps within the video will be slow
   * @throws MattingException if there is no such video or it cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled while it was indexed
   */
  public static ImagePlus open(OpenVideoParameters parameters, RunLog log, RunMonitor monitor)
      throws IOException {
    VideoInput video = VideoInput.of(parameters.video());
    if (video.isFolder()) {
      throw new MattingException(
          video.path() + " is a folder: open its pictures with File>Import>Image Sequence...");
    }
    VideoIndex index = VideoIndex.of(video.path(), monitor, monitor.cancellation());
    DecodeOptions options = new DecodeOptions(parameters.deinterlace());
    FarFrames far = FarFrames.of(index, format(video.path(), options));
    Optional<FrameCopies> copies =
        new JumpCopies(video.path(), options, far).make(parameters.jumps(), log, monitor);
    VideoStack stack = VideoStack.open(video.path(), index, options, copies);
    ImagePlus image = image(video.path(), stack, index);
    ImagePlus.addImageListener(new Closing(new WeakReference<>(image), new WeakReference<>(stack)));
    return image;
  }

  private static FrameFormat format(Path file, DecodeOptions options) throws IOException {
    try (FrameSource source = VideoFrameSource.open(file, options)) {
      return source.format();
    }
  }

  private static ImagePlus image(Path file, VideoStack stack, VideoIndex index) {
    String title = WindowManager.makeUniqueName(file.getFileName().toString());
    ImagePlus image = new ImagePlus(title, stack);
    image.setDimensions(stack.channels(), 1, index.frameCount());
    if (stack.channels() > 1) {
      image = new CompositeImage(image, IJ.COMPOSITE);
    }
    if (image.getBitDepth() == 16) {
      for (int channel = stack.channels(); channel >= 1; channel--) {
        image.setPosition(channel, 1, 1);
        image.setDisplayRange(0, DEEP_WHITE);
      }
    }
    if (index.framesPerSecond() > 0) {
      image.getCalibration().fps = index.framesPerSecond();
      image.getCalibration().frameInterval = 1 / index.framesPerSecond();
      image.getCalibration().setTimeUnit("sec");
    }
    image.setFileInfo(fileInfo(file.toAbsolutePath(), image));
    return image;
  }

  private static FileInfo fileInfo(Path file, ImagePlus image) {
    FileInfo info = new FileInfo();
    info.width = image.getWidth();
    info.height = image.getHeight();
    info.nImages = image.getStackSize();
    info.fileName = file.getFileName().toString();
    info.directory = file.getParent() + File.separator;
    return info;
  }

  /** Closes the video with its image, which it does not keep alive. */
  private record Closing(WeakReference<ImagePlus> image, WeakReference<VideoStack> stack)
      implements ImageListener {
    @Override
    public void imageOpened(ImagePlus opened) {}

    @Override
    public void imageUpdated(ImagePlus updated) {}

    @Override
    public void imageClosed(ImagePlus closed) {
      if (image.refersTo(closed)) {
        Optional.ofNullable(stack.get()).ifPresent(VideoStack::close);
      }
      if (image.refersTo(closed) || image.refersTo(null)) {
        ImagePlus.removeImageListener(this);
      }
    }
  }
}
