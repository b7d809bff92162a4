package org.cleanplate.training.data.folder;

import java.nio.file.Path;
import org.cleanplate.sequence.ImageFile;
import org.cleanplate.training.data.image.FloatImage;

/** A file with one picture. */
record PictureFile(Path file) implements Media {

  @Override
  public int items() {
    return 1;
  }

  @Override
  public FloatImage read(int item, int leastSide) {
    return FramePixels.toFloats(ImageFile.read(file), leastSide);
  }

  @Override
  public void close() {}
}
