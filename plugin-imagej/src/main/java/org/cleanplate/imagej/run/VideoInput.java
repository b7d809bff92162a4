package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.sequence.ImageFolderSource;
import org.cleanplate.video.VideoFrameSource;

/**
 * A video file or a folder of pictures, which may be read several times.
 *
 * @param path exists
 */
record VideoInput(Path path) {

  /**
   * @throws MattingException if there is nothing of that path
   */
  static VideoInput of(String text) {
    try {
      Path path = Path.of(text);
      if (Files.exists(path)) {
        return new VideoInput(path);
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
    return isFolder() ? ImageFolderSource.open(path) : VideoFrameSource.open(path);
  }
}
