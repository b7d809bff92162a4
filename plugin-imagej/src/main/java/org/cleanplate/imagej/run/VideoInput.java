package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.sequence.ImageFolderSource;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.VideoFrameSource;

/**
 * A video file or a folder of pictures, which may be read several times.
 *
 * @param path exists
 * @param options how a video is read
 */
record VideoInput(Path path, DecodeOptions options) {

  /**
   * Frames as they are stored.
   *
   * @throws MattingException if there is nothing of that path
   */
  static VideoInput of(String text) {
    return of(text, DecodeOptions.AS_IS);
  }

  /**
   * Frames read in some way.
   *
   * @throws MattingException if there is nothing of that path
   */
  static VideoInput of(String text, DecodeOptions options) {
    try {
      Path path = Path.of(text);
      if (Files.exists(path)) {
        return new VideoInput(path, options);
      }
    } catch (InvalidPathException e) {
      // Refused below, like a path that leads nowhere.
    }
    throw new MattingException(
        "Video \"" + text + "\" does not exist, expected a video file or a folder of pictures");
  }

  /** Whether it is a folder of pictures. */
  boolean isFolder() {
    return Files.isDirectory(path);
  }

  /** Opens it from its first frame on. */
  FrameSource open() throws IOException {
    return isFolder() ? ImageFolderSource.open(path) : VideoFrameSource.open(path, options);
  }
}
