package org.cleanplate.golden;

import java.io.IOException;

/** The arrays of one case, in the names of the published network. */
final class GoldenReference implements AutoCloseable {
  private static final String ROUNDED_SUFFIX = "_u16";

  private final NpzFile file;

  private GoldenReference(NpzFile file) {
    this.file = file;
  }

  static GoldenReference open(GoldenCase golden) throws IOException {
    return new GoldenReference(NpzFile.open(golden.file()));
  }

  /** A picture in 0..1, wherever it is stored: as floats, or rounded to 16 bits to save space. */
  Planes picture(String name) throws IOException {
    if (file.has(name)) {
      return Planes.of(file.get(name));
    }
    Planes rounded = Planes.of(file.get(name + ROUNDED_SUFFIX));
    float[] values = rounded.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] /= 65535;
    }
    return new Planes(rounded.channels(), rounded.height(), rounded.width(), values);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
