package org.cleanplate.network.weights.pickle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;

/**
 * Interprets the part of the pickle language, protocols 2 to 4, that files of tensors are written
 * in. Each instruction takes bytes off the input, and none makes a value larger than what it took,
 * so memory stays in proportion to the file.
 */
public final class PickleMachine {
  private static final int HIGHEST_PROTOCOL = 4;

  private final PickleInput input;
  private final PickleDialect dialect;
  private final List<Object> stack = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  private PickleMachine(ByteBuffer pickle, PickleDialect dialect) {
    this.input = new PickleInput(pickle);
    this.dialect = dialect;
  }

  /**
   * The value that a pickle describes: {@link Long} or {@link java.math.BigInteger}, {@link
   * Double}, {@link Boolean}, {@link String}, {@link ByteBuffer} (little-endian, a view of the
   * pickle), {@link PickleNone}, {@link List} for lists and tuples, {@link LinkedHashMap} with text
   * keys, {@link PickleClass}, or what the dialect made.
   *
   * @throws MattingException if the pickle is cut short, names a class that the dialect does not
   *     accept, or is not the kind of pickle that holds tensors
   */
  public static Object load(ByteBuffer pickle, PickleDialect dialect) {
    return new PickleMachine(pickle, dialect).run();
  }

  private Object run() {
    while (true) {
      int at = input.position();
      int opcode = input.unsignedByte();
      if (opcode == '.') {
        return pop();
      }
      step(opcode, at);
    }
  }

  private void step(int opcode, int at) {
    switch (opcode) {
      case 0x80 -> checkProtocol(input.unsignedByte());
      case 0x95 -> input.signedLong(); // FRAME: a hint for buffering
      case '(' -> marks.add(stack.size());
      case '0' -> pop();
      case '1' -> popToMark();
      case 'N' -> push(PickleNone.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) input.unsignedByte());
      case 'M' -> push((long) input.unsignedShort());
      case 'J' -> push((long) input.signedInt());
      case 0x8a -> push(input.integer(input.unsignedByte()));
      case 'G' -> push(input.bigEndianDouble());
      case 'X' -> push(input.text(input.unsignedInt()));
      case 0x8c -> push(input.text(input.unsignedByte()));
      case 0x8d -> push(input.text(input.signedLong()));
      case 'B' -> push(input.slice(input.unsignedInt()));
      case 'C' -> push(input.slice(input.unsignedByte()));
      case 0x8e -> push(input.slice(input.signedLong()));
      case ']' -> push(new ArrayList<>());
      case 'a' -> append(List.of(pop()));
      case 'e' -> append(popToMark());
      case ')' -> push(List.of());
      case 't' -> push(List.copyOf(popToMark()));
      case 0x85 -> push(tuple(1));
      case 0x86 -> push(tuple(2));
      case 0x87 -> push(tuple(3));
      case '}' -> push(new LinkedHashMap<String, Object>());
      case 's' -> setItems(tuple(2));
      case 'u' -> setItems(popToMark());
      case 'q' -> memo.put((long) input.unsignedByte(), top());
      case 'r' -> memo.put(input.unsignedInt(), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'h' -> push(remembered(input.unsignedByte()));
      case 'j' -> push(remembered(input.unsignedInt()));
      case 'c' -> pushClass(input.line(), input.line());
      case 0x93 -> pushStackClass();
      case 'R', 0x81 -> call();
      case 'b' -> build();
      case 'Q' -> push(dialect.persistent(pop()));
      default ->
          throw new MattingException(
              "the instruction 0x%02x at byte %d of the pickle has no use in a file of tensors:"
                      .formatted(opcode, at)
                  + " refused. If this is a checkpoint, it is damaged");
    }
  }

  private static void checkProtocol(int protocol) {
    if (protocol < 2 || protocol > HIGHEST_PROTOCOL) {
      throw new MattingException(
          "its pickle is of protocol " + protocol + ", expected 2 to " + HIGHEST_PROTOCOL);
    }
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    Object top = top();
    stack.remove(stack.size() - 1);
    return top;
  }

  private Object top() {
    int floor = marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    if (stack.size() <= floor) {
      throw damaged("takes a value that was never given");
    }
    return stack.get(stack.size() - 1);
  }

  private List<Object> popToMark() {
    if (marks.isEmpty()) {
      throw damaged("closes a group that was never opened");
    }
    int mark = marks.remove(marks.size() - 1);
    List<Object> group = stack.subList(mark, stack.size());
    List<Object> values = new ArrayList<>(group);
    group.clear();
    return values;
  }

  private List<Object> tuple(int length) {
    Object[] values = new Object[length];
    for (int i = length - 1; i >= 0; i--) {
      values[i] = pop();
    }
    return List.of(values);
  }

  private void append(List<?> values) {
    // Tuples are immutable lists: a pickle that appends to one is no pickle of Python's.
    if (top() instanceof ArrayList<?> list) {
      @SuppressWarnings("unchecked") // made by EMPTY_LIST above
      List<Object> target = (List<Object>) list;
      target.addAll(values);
    } else {
      throw damaged("appends to what is not a list");
    }
  }

  private void setItems(List<?> keysAndValues) {
    if (keysAndValues.size() % 2 != 0 || !(top() instanceof LinkedHashMap<?, ?> map)) {
      throw damaged("fills what is not a dictionary");
    }
    @SuppressWarnings("unchecked") // made by EMPTY_DICT above or by the dialect, with text keys
    Map<String, Object> target = (Map<String, Object>) map;
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      if (!(keysAndValues.get(i) instanceof String key)) {
        throw damaged("has a dictionary whose keys are not text");
      }
      if (target.put(key, keysAndValues.get(i + 1)) != null) {
        throw damaged("has \"" + key + "\" twice in one dictionary");
      }
    }
  }

  private Object remembered(long index) {
    Object value = memo.get(index);
    if (value == null) {
      throw damaged("recalls entry " + index + ", which was never stored");
    }
    return value;
  }

  private void pushStackClass() {
    List<Object> moduleAndName = tuple(2);
    if (moduleAndName.get(0) instanceof String module
        && moduleAndName.get(1) instanceof String name) {
      pushClass(module, name);
    } else {
      throw damaged("names a class by what is not text");
    }
  }

  private void pushClass(String module, String name) {
    String className = module + "." + name;
    if (!dialect.accepts(className)) {
      throw new MattingException(
          "it names "
              + className
              + ", which no checkpoint needs: refused. A harmless file is one saved with"
              + " torch.save(model.state_dict(), ...) or paddle.save(model.state_dict(), ...)");
    }
    push(new PickleClass(className));
  }

  private void call() {
    List<Object> functionAndArguments = tuple(2);
    if (functionAndArguments.get(0) instanceof PickleClass function
        && functionAndArguments.get(1) instanceof List<?> arguments) {
      push(dialect.call(function.name(), arguments));
    } else {
      throw damaged("calls what is not a class");
    }
  }

  private void build() {
    Object state = pop();
    dialect.build(top(), state);
  }

  private MattingException damaged(String what) {
    return new MattingException(
        "the pickle " + what + " (before byte " + input.position() + "): the file is damaged");
  }
}
