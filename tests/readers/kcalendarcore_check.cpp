/* Says what KCalendarCore (KOrganizer, Kontact) reads in a calendar file: one JSON line for each
 * session, with its moments in UTC resolved by the file's own time zone, then one line with the
 * METHOD it takes the file for, as a message. With PARTSTAT, one line with its answer to the
 * invitation in the file. Use: kcalendarcore_check FILE [PARTSTAT] */
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/ScheduleMessage>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

static QString inUtc(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

static void print(QTextStream &out, const QJsonObject &row)
{
    out << QJsonDocument(row).toJson(QJsonDocument::Compact) << '\n';
}

static QString firmness(const Event::Ptr &event)
{
    switch (event->status()) {
    case Incidence::StatusTentative:
        return QStringLiteral("TENTATIVE");
    case Incidence::StatusConfirmed:
        return QStringLiteral("CONFIRMED");
    case Incidence::StatusCanceled:
        return QStringLiteral("CANCELLED");
    default:
        return QString();
    }
}

static QJsonObject told(const Event::Ptr &event)
{
    return {
        {"uid", event->uid()},
        {"start", inUtc(event->dtStart())},
        {"end", inUtc(event->dtEnd())},
        {"summary", event->summary()},
        {"description", event->description()},
        {"location", event->location()},
        {"guests", int(event->attendees().size())},
        {"sequence", event->revision()},
        {"status", firmness(event)},
    };
}

static QString answer(ICalFormat &format, const Event::Ptr &invited, const QString &says)
{
    Event::Ptr event(invited->clone());
    Attendee::List guests = event->attendees();
    if (guests.size() != 1)
        return QString();
    guests[0].setStatus(says == QLatin1String("ACCEPTED") ? Attendee::Accepted
                        : says == QLatin1String("TENTATIVE") ? Attendee::Tentative
                                                             : Attendee::Declined);
    event->setAttendees(guests);
    return format.createScheduleMessage(event, iTIPReply);
}

int main(int count, char **words)
{
    QGuiApplication app(count, words);
    QTextStream out(stdout), err(stderr);
    out.setCodec("UTF-8");
    QFile file(count >= 2 ? QString::fromLocal8Bit(words[1]) : QString());
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    if (!file.open(QIODevice::ReadOnly)) {
        err << "no such file\n";
        return 1;
    }
    const QByteArray content = file.readAll();
    if (!format.fromRawString(calendar, content)) {
        err << "KCalendarCore reads no calendar here\n";
        return 1;
    }
    if (count == 3) {
        const QString says = QString::fromLocal8Bit(words[2]);
        print(out, {{"reply", answer(format, calendar->rawEvents().value(0), says)}});
        return 0;
    }
    for (const Event::Ptr &event : calendar->rawEvents())
        print(out, told(event));
    MemoryCalendar::Ptr nothing(new MemoryCalendar(QTimeZone::utc()));
    ScheduleMessage::Ptr message = format.parseScheduleMessage(nothing, QString::fromUtf8(content));
    print(out, {{"method", message ? ScheduleMessage::methodName(message->method()) : QString()}});
    return 0;
}
