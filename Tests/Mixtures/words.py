"""What the sites of the mixtures are about, and the words their authors choose from.

Everything comes in two pools: one to look at while mending, and one that is held out for the figure that
is reported, so that a reader which has learnt words instead of ways of writing shows itself.
"""

# A resource is a line `singular plural: what it is`; its fields stand below it as
# `name | type | flags | description | sample`, those of objects indented. Flags: r required in requests,
# ro only in responses, n nullable. A type is a word, `string{a,b}`, `[X]`, `object` or `[object]`;
# `action VERB path-word: title | description` adds an operation on one of them.
DOMAINS = [
    ("Parcel Desk", """
shipment shipments: a consignment of one or more parcels
  id | uuid | ro | Identifier of the shipment | 0b9f7c1e-5a0e-4d7e-9d53-2f6c1f1f6a10
  reference | string | r | Your own reference for the shipment | ORD-10422
  status | string{draft,booked,in_transit,delivered} | ro | Where the shipment is on its way | booked
  weight | number | r | Weight in kilograms | 2.4
  parcel_count | integer | | Number of parcels | 3
  insured | boolean | | Whether the contents are insured | true
  notes | string | n | Remarks for the driver | null
  tags | [string] | | Labels to search by | fragile,gift
  recipient | object | r | The person who receives the shipment
    name | string | r | Full name | Ada Okafor
    phone | string | n | Number for the driver to call | +44 20 7946 0018
    city | string | r | Town or city | Leeds
  events | [object] | ro | What has happened to the shipment so far
    place | string | | Depot or town | Hull
    scanned_at | date-time | | When the parcel was scanned | 2024-03-05T09:30:00Z
  created_at | date-time | ro | When the shipment was created | 2024-03-04T16:05:00Z
action POST cancel: Cancel | Stops a shipment that has not been collected yet.
depot depots: a place where parcels are handed over
  code | string | r | Short code of the depot | HUL-2
  name | string | r | Name shown to customers | Hull Docks
  open | boolean | | Whether the depot takes parcels at present | true
  capacity | integer | | Parcels that can be stored | 1200
  latitude | number | | Position north of the equator | 53.74
"""),
    ("Stagehand", """
event events: a show that takes place once
  id | integer | ro | Unique ID of the event | 7731
  title | string | r | Title as printed on tickets | Winter Concert
  genre | string{music,theatre,dance} | r | Kind of show | music
  starts_at | date-time | r | When the doors open | 2025-01-18T19:30:00Z
  price | number | | Price of a seat in euros | 24.5
  seats_left | integer | ro | Seats that can still be sold | 140
  sold_out | boolean | ro | True once no seat is left | false
  poster_url | string | n | Address of the poster | null
  performers | [string] | | Names of those on stage | Ines Duarte,The Low Tide
  venue | object | r | Where the event takes place
    name | string | r | Name of the house | Corn Exchange
    street | string | | Street and number | 12 Wheeler Street
    accessible | boolean | | Whether there is step-free access | true
action POST publish: Publish | Makes the event visible to everyone.
order orders: what a visitor has bought
  number | string | ro | Number of the order | A-55120
  email | string | r | Where the tickets are sent | jo@example.org
  state | string{open,paid,refunded} | ro | State of the payment | paid
  total | number | ro | Amount to be paid | 49.0
  lines | [object] | r | The tickets ordered
    event_id | integer | r | The event that the ticket is for | 7731
    quantity | integer | r | How many tickets | 2
  paid_at | date-time | ro n | When the payment arrived | null
"""),
    ("Shiftwork", """
employee employees: a person on the payroll
  id | string | ro | ID of the employee | emp_8Kq2
  first_name | string | r | Given name | Mirela
  last_name | string | r | Family name | Novak
  contract | string{full_time,part_time,casual} | r | Kind of contract | part_time
  hourly_rate | number | | Pay for one hour | 18.75
  weekly_hours | integer | | Hours agreed for a week | 24
  active | boolean | ro | Whether the person works here now | true
  manager_id | string | n | ID of the person they report to | null
  skills | [string] | | What the person may be assigned to | forklift,first_aid
  hired_on | date | | First day of work | 2022-08-01
  bank_account | object | | Where the wages are paid to
    holder | string | | Name of the holder | Mirela Novak
    iban | string | | Number of the account | HR1210010051863000160
action POST suspend: Suspend | Takes an employee off all coming shifts.
shift shifts: a span of time that somebody works
  id | integer | ro | ID of the shift | 90312
  location | string | r | Site where the work is done | North Gate
  begins_at | date-time | r | Begin of the shift | 2024-06-03T06:00:00Z
  break_minutes | integer | | Length of the break | 30
  overtime | boolean | | Whether the hours count as overtime | false
  assignments | [object] | ro | Who works in the shift
    employee_id | string | | The employee | emp_8Kq2
    confirmed | boolean | | Whether they have accepted | true
"""),
    ("Album Rack", """
album albums: a record and its tracks
  id | uuid | ro | Unique identifier of the album | 5f0c3a52-1be1-4f46-8d6f-0a3c9a1f7e21
  title | string | r | Title of the album | Salt and Smoke
  format | string{vinyl,cd,cassette} | r | Medium of the record | vinyl
  release_year | integer | | Year of the first release | 1977
  rating | number | | Average rating by listeners | 4.3
  reissue | boolean | | Whether this is not the first pressing | false
  label | string | n | Company that released it | Harbour Lane
  genres | [string] | | Genres of the album | folk,jazz
  artist | object | r | Who recorded it
    name | string | r | Name on the sleeve | Della Quince
    country | string | n | Country of origin | PT
  tracks | [object] | | The tracks in order
    position | string | | Side and number | A1
    seconds | integer | | Length of the track | 214
  added_at | date-time | ro | When it was added to the collection | 2023-11-20T10:00:00Z
action POST lend: Lend | Marks the album as lent to a friend.
shelf shelves: a place where albums stand
  id | integer | ro | Number of the shelf | 12
  name | string | r | What the shelf is called | Upper left
  room | string{living,cellar,attic} | | Room it stands in | cellar
  album_count | integer | ro | Albums on the shelf | 88
"""),
]

HELD_DOMAINS = [
    ("Ledgerly", """
invoice invoices: a bill sent to a customer
  id | string | ro | Invoice ID | inv_20417
  customer_id | string | r | ID of the customer who is billed | cus_113
  currency | string{EUR,USD,GBP} | r | Currency of all amounts | EUR
  amount_due | number | ro | What is still to be paid | 119.5
  due_days | integer | | Days until the payment is due | 14
  reminder | boolean | | Send a reminder when overdue | true
  memo | string | n | Text printed at the foot | null
  labels | [string] | | Labels for your own use | retainer,q3
  billing_address | object | r | Where the invoice is sent
    line1 | string | r | First line | 4 Quay Road
    postcode | string | n | Postal code | BT1 3LG
  lines | [object] | r | What is charged
    text | string | r | What was delivered | Consulting
    hours | number | | Hours worked | 6.5
  issued_at | date-time | ro | When the invoice was issued | 2024-09-30T12:00:00Z
action POST void: Void | Declares an invoice void.
payment payments: money received
  id | integer | ro | ID of the payment | 7001
  invoice_id | string | r | The invoice that is paid | inv_20417
  method | string{card,transfer,cash} | r | How the money came | transfer
  amount | number | r | Amount received | 60.25
  cleared | boolean | ro | Whether the bank has confirmed it | true
"""),
    ("Greenhouse Watch", """
sensor sensors: a device that measures its surroundings
  serial | string | r | Serial number printed on the device | GW-00918
  kind | string{humidity,light,soil} | r | What the sensor measures | soil
  interval | integer | | Seconds between two readings | 300
  battery | number | ro | Charge left, in percent | 81.5
  online | boolean | ro | Whether it was heard of in the last hour | true
  nickname | string | n | Name shown in the app | null
  zones | [string] | | Zones that the sensor belongs to | north,seedlings
  thresholds | object | | When to raise an alarm
    low | number | | Lower bound | 0.2
    high | number | | Upper bound | 0.85
    muted | boolean | | Do not send alarms | false
  installed_on | date | | Day it was put up | 2024-02-11
action POST calibrate: Calibrate | Starts a calibration of the sensor.
alert alerts: something a sensor has found wrong
  id | uuid | ro | ID of the alert | 1d7f2b8c-8c1b-4b0e-9a43-7a4f51c0e9aa
  sensor_serial | string | ro | The sensor that raised it | GW-00918
  severity | string{info,warning,critical} | ro | How bad it is | warning
  acknowledged | boolean | | Whether somebody has seen it | false
  readings | [object] | ro | The readings that led to the alert
    value | number | | What was measured | 0.13
    taken_at | date-time | | When it was measured | 2024-05-02T04:10:00Z
"""),
    ("Campus Courses", """
course courses: a course that students take
  code | string | r | Code in the catalogue | BIO-204
  name | string | r | Full name of the course | Plant Physiology
  level | string{bachelor,master,doctoral} | r | Level at which it is taught | master
  credits | integer | r | Credits awarded | 6
  fee | number | | Fee for guests | 75.5
  online | boolean | | Taught without presence | false
  syllabus_url | string | n | Address of the syllabus | null
  languages | [string] | | Languages of the lectures | en,fi
  lecturer | object | r | Who teaches it
    name | string | r | Name of the lecturer | Prof. Aalto
    office | string | n | Room number | C-311
  sessions | [object] | | When it is taught
    weekday | string | | Day of the week | tuesday
    room | string | | Room of the session | Hall 2
action POST archive: Archive | Takes the course out of the catalogue.
enrolment enrolments: a student's place in a course
  id | integer | ro | Enrolment number | 40018
  student_id | string | r | The student | s1029
  state | string{pending,accepted,dropped} | ro | State of the enrolment | accepted
  grade | number | n | Final grade | null
  enrolled_at | date-time | ro | When the student enrolled | 2024-09-02T08:00:00Z
"""),
]

# Headings and labels: (while mending, held out).
HEADINGS = {
    "path": (["Path parameters", "URL parameters", "Path params"],
             ["Path variables", "Route parameters", "URI parameters"]),
    "query": (["Query parameters", "Query string parameters", "Query params"],
              ["Query string", "URL query parameters", "Filters and query parameters"]),
    "header": (["Headers", "Request headers"], ["HTTP headers", "Header parameters"]),
    "mixed": (["Parameters", "Request parameters"], ["Params", "Input parameters"]),
    "request": (["Request body", "Body parameters", "Body"], ["Input", "Payload", "Request payload"]),
    "response": (["Response", "Response body", "Response fields"],
                 ["Returned fields", "Response attributes", "Output"]),
    "request sample": (["Example request", "Sample request", "Request example"],
                       ["Request sample", "Example body", "Sample payload"]),
    "response sample": (["Example response", "Sample response", "Response"],
                        ["Response example", "Example result", "Response body"]),
    "statuses": (["Status codes", "Responses", "Response codes"],
                 ["HTTP status codes", "Return codes", "Possible responses"]),
    "errors": (["Errors", "Error responses"], ["Possible errors", "Error codes"]),
    "call": (["Example", "Example call", "Example request"], ["Usage", "Sample call", "Try it"]),
    "object": (["The {} object", "{} object"], ["{} resource", "{} attributes"]),
    "inner": (["The `{}` object", "`{}` object"], ["`{}` attributes", "Fields of `{}`"]),
    "entry": (["Objects in `{}`", "`{}` items"], ["Each entry of `{}`", "Elements of `{}`"]),
}
COLUMNS = {
    "name": (["Name", "Parameter", "Field"], ["Attribute", "Property", "Key"]),
    "type": (["Type", "Data type"], ["Type", "Format"]),
    "required": (["Required", "Required?"], ["Required/Optional", "Mandatory"]),
    "in": (["In"], ["Located in", "Location"]),
    "default": (["Default", "Default value"], ["Default"]),
    "description": (["Description"], ["Description", "Notes", "Details", "Meaning"]),
    "status": (["Status", "Code", "Status code"], ["HTTP code", "Response code"]),
    "meaning": (["Description", "Meaning"], ["Reason", "When"]),
    "method": (["Method"], ["HTTP method", "Verb"]),
    "path": (["Path", "URL"], ["Endpoint", "URI", "Route"]),
    "value": (["Value"], ["Value", "Option"]),
}
TITLES = {
    "list": (["List {plural}", "List all {plural}", "Get {plural}"],
             ["Retrieve all {plural}", "{Plural} list", "Browse {plural}", "Listing {plural}"]),
    "get": (["Get a {one}", "Get {one}", "Retrieve a {one}"],
            ["Fetch a single {one}", "Show {one} details", "{One} by ID", "Look up a {one}"]),
    "create": (["Create a {one}", "Create {one}", "Add a {one}"],
               ["New {one}", "Register a {one}", "Creating a {one}"]),
    "update": (["Update a {one}", "Update {one}"], ["Edit a {one}", "Change a {one}", "Modify {one}"]),
    "delete": (["Delete a {one}", "Delete {one}"], ["Remove a {one}", "Deleting a {one}"]),
    "action": (["{verb} a {one}", "{verb} {one}"], ["{verb} the {one}", "{verb} an existing {one}"]),
    "part": (["List {part} of a {one}", "Get {one} {part}"], ["{One} {part}", "{Part} of a {one}"]),
}
STATUS_WORDS = {200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 400: "Bad Request",
                401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
                422: "Unprocessable Entity"}
