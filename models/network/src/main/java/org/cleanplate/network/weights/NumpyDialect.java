package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleDialect;
import org.cleanplate.network.weights.pickle.PickleValues;

/** The names in a pickled dictionary of numpy arrays, as numpy 1 and numpy 2 write them. */
final class NumpyDialect implements PickleDialect {
  private static final String ORDERED_DICT = "collections.OrderedDict";
  private static final String ARRAY = "numpy.ndarray";
  private static final String TYPE = "numpy.dtype";

  /** How protocol 2, which has no bytes, writes them: as text of code points below 256. */
  private static final String ENCODE = "_codecs.encode";

  private static final Set<String> RECONSTRUCT =
      Set.of("numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct");

  @Override
  public boolean accepts(String className) {
    return className.equals(ORDERED_DICT)
        || className.equals(ARRAY)
        || className.equals(TYPE)
        || className.equals(ENCODE)
        || RECONSTRUCT.contains(className);
  }

  @Override
  public Object call(String className, List<?> arguments) {
    if (className.equals(ORDERED_DICT) && arguments.isEmpty()) {
      return new LinkedHashMap<String, Object>();
    }
    if (RECONSTRUCT.contains(className)) {
      return new NumpyArray();
    }
    if (className.equals(TYPE)) {
      return NumpyType.of(PickleValues.argument(arguments, 0, String.class, "an array's type"));
    }
    if (className.equals(ENCODE)) {
      return encode(arguments);
    }
    throw new MattingException(
        "it calls " + className + " with " + arguments.size() + " values: the file is damaged");
  }

  private static ByteBuffer encode(List<?> arguments) {
    String text = PickleValues.argument(arguments, 0, String.class, "an array");
    String encoding = PickleValues.argument(arguments, 1, String.class, "an array");
    if (!encoding.equals("latin1") || !ISO_8859_1.newEncoder().canEncode(text)) {
      throw new MattingException("an array's bytes are text of the encoding " + encoding);
    }
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  @Override
  public void build(Object target, Object state) {
    if (target instanceof NumpyArray array) {
      array.setState(state);
    } else if (target instanceof NumpyType) {
      NumpyType.checkState(state);
    } else {
      throw new MattingException(
          "it gives attributes to " + PickleValues.kindOf(target) + ": the file is damaged");
    }
  }

  @Override
  public Object persistent(Object id) {
    throw new MattingException("it refers to data outside of itself: it is no Paddle checkpoint");
  }
}
