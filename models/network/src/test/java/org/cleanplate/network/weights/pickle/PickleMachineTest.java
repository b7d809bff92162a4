package org.cleanplate.network.weights.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickleMachineTest {

  /** Accepts one class, whose instances are its arguments. */
  private static final PickleDialect PLAIN =
      new PickleDialect() {
        @Override
        public boolean accepts(String className) {
          return className.equals("plain.Box");
        }

        @Override
        public Object call(String className, List<?> arguments) {
          return arguments;
        }

        @Override
        public void build(Object target, Object state) {
          throw new MattingException("no state");
        }

        @Override
        public Object persistent(Object id) {
          throw new MattingException("nothing outside");
        }
      };

  @Test
  void readsAHarmlessPickle() {
    byte[] pickle =
        new PickleWriter()
            .dictionary()
            .mark()
            .text("shape")
            .tuple(2, -3)
            .text("box")
            .global("plain", "Box")
            .tuple(7)
            .reduce()
            .setItems()
            .stop();
    assertEquals(Map.of("shape", List.of(2L, -3L), "box", List.of(7L)), load(pickle));
  }

  @Test
  void readsNumbersOfAnyLength() {
    assertEquals(-2L, load(new PickleWriter().raw(0x8a, 1, 0xfe).stop()));
    assertEquals(0L, load(new PickleWriter().raw(0x8a, 0).stop()));
    assertEquals(Long.MIN_VALUE, load(new PickleWriter().number(Long.MIN_VALUE).stop()));
    assertEquals(
        BigInteger.ONE.shiftLeft(64),
        load(new PickleWriter().raw(0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1).stop()));
    assertEquals(0.25, load(new PickleWriter().raw('G', 0x3f, 0xd0, 0, 0, 0, 0, 0, 0).stop()));
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "builtins, eval",
    "__builtin__, exec",
    "subprocess, Popen",
    "plain, Box2",
    "plain.Box, system"
  })
  void refusesEveryOtherClassByItsName(String module, String name) {
    byte[] pickle =
        new PickleWriter()
            .global(module, name)
            .mark()
            .text("touch /tmp/owned")
            .tuple()
            .reduce()
            .stop();
    String message = assertThrows(MattingException.class, () -> load(pickle)).getMessage();
    assertTrue(message.contains(module + "." + name + ", which no checkpoint needs"), message);
  }

  @Test
  void refusesAClassThatIsNamedThroughTheStack() {
    byte[] pickle = new PickleWriter().protocol(4).text("os").text("system").raw(0x93).stop();
    String message = assertThrows(MattingException.class, () -> load(pickle)).getMessage();
    assertTrue(message.contains("os.system"), message);
  }

  @Test
  void saysOfEveryTruncationThatTheFileIsCutShort() {
    byte[] pickle =
        new PickleWriter()
            .dictionary()
            .mark()
            .text("a long name of a tensor")
            .data(new byte[50])
            .text("box")
            .global("plain", "Box")
            .setItems()
            .stop();
    for (int length = 0; length < pickle.length; length++) {
      byte[] cut = Arrays.copyOf(pickle, length);
      String message = assertThrows(MattingException.class, () -> load(cut)).getMessage();
      assertTrue(message.contains("cut short"), message);
    }
  }

  @Test
  void refusesLengthsBeyondTheFileWithoutAllocatingThem() {
    byte[] text = new PickleWriter().raw('X', 0xff, 0xff, 0xff, 0xff, 'a').stop();
    assertThrows(MattingException.class, () -> load(text));
    byte[] data = new PickleWriter().raw(0x8e, 0, 0, 0, 0, 0, 0, 0, 0x80, 'a').stop();
    assertThrows(MattingException.class, () -> load(data));
  }

  @Test
  void refusesTheSameKeyTwice() {
    byte[] pickle =
        new PickleWriter()
            .dictionary()
            .mark()
            .text("weight")
            .number(1)
            .text("weight")
            .number(2)
            .setItems()
            .stop();
    String message = assertThrows(MattingException.class, () -> load(pickle)).getMessage();
    assertTrue(message.contains("\"weight\" twice"), message);
  }

  @Test
  void refusesWhatPythonWouldNeverWrite() {
    assertRefused(new PickleWriter().stop());
    assertRefused(new PickleWriter().raw('t').stop());
    assertRefused(new PickleWriter().raw('h', 3).stop());
    assertRefused(new PickleWriter().number(1).number(2).raw('a').stop());
    assertRefused(new PickleWriter().raw(')').number(2).raw('a').stop());
    assertRefused(new PickleWriter().text("os.system").tuple(1).reduce().stop());
    assertRefused(new PickleWriter().dictionary().number(1).number(2).setItem().stop());
    assertRefused(new PickleWriter().mark().raw('0').stop());
    assertRefused(new PickleWriter().raw('i').stop());
    assertRefused(new PickleWriter().protocol(5).number(1).stop());
  }

  private static void assertRefused(byte[] pickle) {
    assertThrows(MattingException.class, () -> load(pickle));
  }

  private static Object load(byte[] pickle) {
    return PickleMachine.load(ByteBuffer.wrap(pickle), PLAIN);
  }
}
