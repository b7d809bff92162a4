package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.sequence.ImageFolderSource;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.DecodingDevice;
import org.cleanplate.video.VideoFrameSource;
import org.cleanplate.video.VideoIndex;

/**
 * A video file or a folder of pictures, which may be read several times.
 *
 * @param path exists
 * @param options how a video is read
 * @param index of a video, if frames far from its start are wanted
 */
record VideoInput(Path path, DecodeOptions options, Optional<VideoIndex> index) {

  /**
   * Frames as they are stored.
   *
   * @throws MattingException if there is nothing of that path
   */
  static VideoInput of(String text) {
    try {
      Path path = Path.of(text);
      if (Files.exists(path)) {
        return new VideoInput(path, DecodeOptions.AS_IS, Optional.empty());
      }
    } catch (InvalidPathException e) {
      // Refused below, like a path that leads nowhere.
    }
    throw new MattingException(
        "Video \"" + text + "\" does not exist, expected a video file or a folder of pictures");
  }

  /**
   * The same frames read in some way.
   *
   * @throws MattingException if it is a folder of pictures, which a GPU is required to decode
   */
  VideoInput readWith(DecodeOptions other) {
    if (isFolder() && other.device() instanceof DecodingDevice.Nvidia gpu && gpu.required()) {
      throw new MattingException(
          "\"decoder=hardware\" has no effect with a folder of pictures: leave it out");
    }
    return new VideoInput(path, other, index);
  }

  /** Whether it is a folder of pictures. */
  boolean isFolder() {
    return Files.isDirectory(path);
  }

  /**
   * The same video with its index, which is made in one pass over the file.
   *
   * @throws MattingException if it is a folder of pictures
   */
  VideoInput indexed(RunMonitor monitor) throws IOException {
    if (isFolder()) {
      throw new MattingException(
          "A folder of pictures has no times, so from=, to= and proxy= have no meaning: use first="
              + " and frames=");
    }
    VideoIndex made = VideoIndex.of(path, monitor, monitor.cancellation());
    return new VideoInput(path, options, Optional.of(made));
  }

  /** Opens it from its first frame on. */
  FrameSource open() throws IOException {
    if (isFolder()) {
      return ImageFolderSource.open(path);
    }
    return index.isPresent()
        ? VideoFrameSource.open(path, options, index.get())
        : VideoFrameSource.open(path, options);
  }
}
