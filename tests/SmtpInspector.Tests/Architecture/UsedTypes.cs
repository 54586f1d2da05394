using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace SmtpInspector.Tests.Architecture;

/// <summary>Every type that a type mentions: in its declaration, its signatures, and the bodies of its methods.</summary>
static class UsedTypes
{
    const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    static readonly ConcurrentDictionary<Type, IReadOnlySet<Type>> Known = new();

    /// <summary>The types a type uses, those nested in it and made for it by the compiler included, without itself.</summary>
    public static IReadOnlySet<Type> Of(Type type) => Known.GetOrAdd(type, static type =>
    {
        var used = new HashSet<Type>();
        Collect(type, used);
        used.Remove(type);
        return used;
    });

    static void Collect(Type type, HashSet<Type> used)
    {
        Add(type.BaseType, used);
        AddAll(type.GetInterfaces(), used);
        AddAll(type.GetFields(Everything).Select(field => field.FieldType), used);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            AddAll(method.GetParameters().Select(parameter => parameter.ParameterType), used);
            Add((method as MethodInfo)?.ReturnType, used);
            AddBody(method, used);
        }

        foreach (var nested in type.GetNestedTypes(Everything))
        {
            Collect(nested, used);
        }
    }

    static void AddBody(MethodBase method, HashSet<Type> used)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(body.LocalVariables.Select(local => local.LocalType), used);
        AddAll(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType), used);
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            switch (method.Module.ResolveMember(token, typeArguments, methodArguments))
            {
                case Type type:
                    Add(type, used);
                    break;
                case MethodBase called:
                    Add(called.DeclaringType, used);
                    Add((called as MethodInfo)?.ReturnType, used);
                    AddAll(called.IsGenericMethod ? called.GetGenericArguments() : [], used);
                    break;
                case FieldInfo field:
                    Add(field.DeclaringType, used);
                    Add(field.FieldType, used);
                    break;
            }
        }
    }

    // ECMA-335 §III.1.9: the instructions whose operand is a type, a method or a field.
    static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var instruction = OpCodesByValue[value];
            at += instruction.Size;
            switch (instruction.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(code, at);
                    at += 4;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    static void AddAll(IEnumerable<Type?> types, HashSet<Type> used)
    {
        foreach (var type in types)
        {
            Add(type, used);
        }
    }

    static void Add(Type? type, HashSet<Type> used)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType(), used);
            return;
        }

        if (type.IsGenericType)
        {
            AddAll(type.GetGenericArguments(), used);
            type = type.GetGenericTypeDefinition();
        }

        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        used.Add(type);
    }
}
